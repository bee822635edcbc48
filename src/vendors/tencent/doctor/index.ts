/** What the command line and its doctor ask and say for Tencent. */

import type { VendorCommandLine } from '../../vendor-command-line';
import type { Receiver, VendorDoctor } from '../../vendor-doctor';
import { compose, conclude, type TencentQuestion, unknownCommand } from './ask';
import { bodies } from './bodies';
import { checkContentType, checkProtection } from './check-protection';
import { checkRefusal, refusedAsOurs, takenForAnother } from './check-refusal';
import { checkUrl } from './check-url';
import { flags, senderOptions, type TencentFlags } from './flags';
import { help } from './help';
import { recordings } from './recordings';
import { says } from './says';
import { setUp } from './set-up';

const doctor: VendorDoctor = {
  unknownCommand,
  samples: ['Group.CallbackBeforeSendMsg', 'Group.CallbackAfterSendMsg'],
  marked: (mark, text) => ({
    From_Account: mark,
    Operator_Account: mark,
    To_Account: mark,
    GroupId: `@TGS#${mark}`,
    TopicId: undefined,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
    CloudCustomData: '',
  }),
  replyField: 'ActionStatus',
  goodReply: 'status 200 and {"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}',
  deadlineMs: 1600,
  says,
  compose,
  conclude,
  isMeant: (receiver) => Boolean(receiver.flags.token),
  refusedAsOurs,
  checkUrl,
  checkRefusal,
  whenTakenForAnother: takenForAnother,
  async checkMore(receiver: Receiver<TencentFlags, TencentQuestion>) {
    return [...(await checkProtection(receiver)), ...(await checkContentType(receiver))];
  },
};

export const commandLine: VendorCommandLine = {
  flags,
  senderOptions,
  timeoutMs: 2000,
  busiest: [
    'Group.CallbackBeforeSendMsg',
    'Group.CallbackAfterSendMsg',
    'C2C.CallbackBeforeSendMsg',
    'C2C.CallbackAfterSendMsg',
    'Group.CallbackAfterReadReceipt',
    'State.StateChange',
  ],
  bodies,
  recordings,
  secrets: {
    inPath: false,
    plainParameters: ['SdkAppid', 'CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform', 'RequestTime'],
    // A signature is an SHA-256; of whatever a reply echoes, none is told apart from it.
    patterns: [/()\b[0-9a-f]{64}\b/gi, /(\bSign=)[^&#\s"'<>]+/gi, /(\bRequestTime\W{1,6})\d+/gi],
  },
  setUp,
  doctor,
  help,
};
