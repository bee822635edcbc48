/** What the command line and its doctor ask and say for OpenIM. */

import type { VendorCommandLine } from '../../vendor-command-line';
import type { VendorDoctor } from '../../vendor-doctor';
import { compose, conclude, unknownCommand } from './ask';
import { bodies } from './bodies';
import { checkBodySize } from './check-body-size';
import { checkProtection } from './check-protection';
import { checkRefusal, refusedAsOurs, takenForAnother } from './check-refusal';
import { checkReply, explainBadReply } from './check-reply';
import { checkRoute } from './check-route';
import { checkUrl } from './check-url';
import { flags, senderOptions } from './flags';
import { help } from './help';
import { recordings } from './recordings';
import { says, takenForApproval } from './says';
import { setUp } from './set-up';

const doctor: VendorDoctor = {
  unknownCommand,
  samples: ['callbackBeforeSendGroupMsgCommand', 'callbackAfterSendGroupMsgCommand'],
  marked: (mark, text) => ({
    sendID: mark,
    recvID: mark,
    groupID: mark,
    senderNickname: mark,
    content: JSON.stringify({ content: text }),
  }),
  replyField: 'actionCode',
  goodReply: '{"actionCode":0,"errCode":0,"errMsg":"","errDlt":"","nextCode":0}',
  deadlineMs: 4500,
  says,
  compose,
  conclude,
  isMeant: ({ flags, url }) => Boolean(flags.secret) || url.credentials !== undefined,
  refusedAsOurs,
  checkUrl,
  checkRefusal,
  whenTakenForAnother: takenForAnother,
  checkRoute,
  takenForApproval,
  checkReply,
  explainBadReply,
  checkMore: async (receiver, unknown) => [
    ...(await checkProtection(receiver)),
    ...(await checkBodySize(receiver, unknown)),
  ],
};

export const commandLine: VendorCommandLine = {
  flags,
  senderOptions,
  timeoutMs: 5000,
  busiest: [
    'callbackBeforeSendGroupMsgCommand',
    'callbackAfterSendGroupMsgCommand',
    'callbackBeforeSendSingleMsgCommand',
    'callbackAfterSendSingleMsgCommand',
    'callbackAfterGroupMsgReadCommand',
    'callbackAfterUserOnlineCommand',
  ],
  bodies,
  recordings,
  secrets: { inPath: true, plainParameters: ['command', 'key'], patterns: [] },
  setUp,
  doctor,
  help,
};
