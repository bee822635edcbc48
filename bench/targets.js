/** What is measured, each in a process of its own: `node bench/targets.js <name>`. All do the same checks. */
const http = require('node:http');
const { hash, timingSafeEqual } = require('node:crypto');
const { sdkAppId, token } = require('./message');

const tolerance = 60;

/** The checks of a careful hand-written route. */
function isAuthentic({ SdkAppid, Sign, RequestTime }) {
  if (SdkAppid !== sdkAppId || !/^[0-9a-f]{64}$/.test(Sign) || !/^\d{1,12}$/.test(RequestTime)) return false;
  if (Math.abs(Date.now() / 1000 - Number(RequestTime)) > tolerance) return false;
  return timingSafeEqual(Buffer.from(Sign, 'hex'), hash('sha256', token + RequestTime, 'buffer'));
}

let seen = 0;
const save = async (message) => {
  if (message.GroupId !== '') seen += 1;
};

/** What a team writes by hand: express.json(), a switch, res.json. */
function handWritten(express) {
  const app = express();
  app.use(express.json());
  app.post('/im-callback', async (req, res) => {
    if (!isAuthentic(req.query))
      return res.status(403).json({ ActionStatus: 'FAIL', ErrorInfo: 'forbidden', ErrorCode: 1 });
    switch (req.query.CallbackCommand) {
      case 'Group.CallbackAfterSendMsg':
        await save(req.body);
        break;
      default:
    }
    res.json({ ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 });
  });
  return app;
}

/** The floor: no framework, the same checks, a ready-made reply. */
function raw() {
  const ack = Buffer.from('{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}');
  return (req, res) => {
    const query = Object.fromEntries(new URLSearchParams(req.url.slice(req.url.indexOf('?') + 1)));
    const answer = (status, body) => {
      res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
      res.end(body);
    };
    if (!isAuthentic(query)) return answer(403, Buffer.from('{"ActionStatus":"FAIL","ErrorInfo":"","ErrorCode":1}'));
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString());
      if (query.CallbackCommand === 'Group.CallbackAfterSendMsg') await save(body);
      answer(200, ack);
    });
  };
}

function receiver(telemetry) {
  const { imCallbacks } = require('..');
  return imCallbacks({ tencent: { sdkAppId, token }, telemetry, onGroupMsg: (event) => save(event.body) });
}

/** With OpenTelemetry; without an SDK it has nobody to tell. */
function observed(registerSdk) {
  registerSdk?.();
  const { otel } = require('../dist/otel');
  return require('express')().use('/im-callback', receiver(otel()));
}

const targets = {
  'hand-written, Express 5': () => handWritten(require('express')),
  'package, Express 5': () => require('express')().use('/im-callback', receiver()),
  'hand-written, Express 4': () => handWritten(require('express4')),
  'package, Express 4': () => require('express4')().use('/im-callback', receiver()),
  'raw node:http': raw,
  'package, node:http': () => receiver(),
  'package, telemetry without SDK': () => observed(),
  'package, telemetry with SDK': () => observed(require('./sdk').registerSdk),
};

module.exports = { names: Object.keys(targets) };

if (require.main === module) {
  const server = http.createServer(targets[process.argv[2]]());
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  // Asked before and after a round: CPU time used, and that the work was really done.
  process.on('message', () => process.send({ cpu: process.cpuUsage(), seen }));
  process.on('disconnect', () => process.exit());
}
