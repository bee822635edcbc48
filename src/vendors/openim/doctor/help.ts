import type { VendorCommandLine } from '../../vendor-command-line';

export const help: VendorCommandLine['help'] = {
  main: { examples: ['im-callbacks storm --vendor openim --to http://127.0.0.1:3000/im-callback --duration 10s'] },
  show: { examples: ['im-callbacks show beforeGroupMsg --vendor openim --json | jq .sample'] },
  list: { examples: ["im-callbacks list --vendor openim --json | jq -r '.[].command'"] },
  send: {
    examples: [
      'im-callbacks send callbackAfterSendGroupMsgCommand --server-version 3.4 --to http://127.0.0.1:3000/im-callback',
      'im-callbacks send onGroupMsg --vendor openim --count 1000 --rate 200 --concurrency 20 --to …',
    ],
  },
  storm: {
    examples: ['im-callbacks storm --vendor openim --rate 500 --duration 30s --duplicates 10% --to …'],
    notes: [
      'OpenIM servers from 3.7 on send after-callbacks with two workers from a queue of 100. If the queue stays full for too long, the server drops the callback: the results count it as "lost".',
    ],
  },
  replay: {
    notes: ["OpenIM's callbacks have the form of the recorded server, unless --server-version says otherwise."],
  },
  config: {
    examples: [
      'im-callbacks config onGroupMsg beforeGroupMsg --vendor openim --server-version 3.8 --url https://chat.example.com/im-callback',
      'im-callbacks config onGroupMsg --vendor openim --part webhooks.yml --show-secret --url …',
    ],
    notes: [
      "The secret is the last segment of OpenIM's URL. If --url already contains it, give --secret or OPENIM_SECRET as well, so that the command recognises it, or --no-secret.",
    ],
  },
  doctor: { notes: ["OpenIM's operationID begins with doctor-."] },
};
