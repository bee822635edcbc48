/**
 * What is claimed of HTTP targets: `[a, b, target]` compares CPU per request of a with that of b. Targets hold for Node 24, or
 * as said. Each group is measured on its own, so that what is compared stands side by side, and few processes share a core.
 */
module.exports = [
  [
    ['package, Express 5', 'hand-written, Express 5', '≤ 0.80 (Node 20: ≤ 0.85)'],
    ['package, Express 5', 'octokit, Express 5', '≤ 0.95'],
    ['package, node:http', 'raw node:http', '≤ 1.15'],
    ['package, node:http', 'hand-written, Express 5', ''],
    ['raw node:http', 'hand-written, Express 5', ''],
  ],
  [
    ['package, Express 4', 'hand-written, Express 4', ''],
    ['package, Express 4', 'hand-written with zod, Express 4', ''],
  ],
  [
    ['package, Express 5', 'LINE, Express 5', ''],
    ['package, Express 5', 'Bolt ExpressReceiver, Express 5', ''],
    ['package, Express 5', 'hand-written with zod, Express 5', ''],
    ['package, node:http', 'fastify and ajv', ''],
  ],
  [
    ['package, memory inbox', 'package, 64 senders', ''],
    ['package, SQLite inbox, store only', 'package, 64 senders', '≤ 1.5'],
    ['package, SQLite inbox', 'package, 64 senders', ''],
  ],
  [
    ['package, telemetry without SDK', 'package, Express 5', '≤ 1.05'],
    ['package, telemetry with SDK', 'package, Express 5', ''],
  ],
];
