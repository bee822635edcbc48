import { composeRequest as composeOpenim, openimCommands } from 'express-im-callbacks/openim';
import { composeRequest as composeTencent, tencentCommands } from 'express-im-callbacks/tencent';

interface CurlOptions {
  origin: string;
  sdkAppId: number;
  token: string;
  secret: string;
}

/** Commands for another terminal, each a callback as its vendor would send it. */
export function curlCommands({ origin, sdkAppId, token, secret }: CurlOptions): string[] {
  const path = '/im-callback';
  // The pasted command dates and signs itself: a signature is valid for a minute.
  const timing = 'TIME=$(date +%s)';
  const signing = `SIGN=$(node -p "require('crypto').hash('sha256', '${token}$TIME')")`;

  const tencent = (wire: string, change: object = {}) => {
    const sample = tencentCommands.find((command) => command.wire === wire)?.sample as object;
    const { url, body } = composeTencent(wire as never, { ...sample, ...change } as never, { path, sdkAppId });
    return `${timing}; ${signing}; curl -sS "${origin}${url}&Sign=$SIGN&RequestTime=$TIME" -d ${quoted(body)}`;
  };
  const openim = (wire: string, change: object = {}) => {
    const sample = openimCommands.find((command) => command.wire === wire)?.sample as object;
    const composed = composeOpenim(wire as never, { ...sample, ...change } as never, { path: `${path}/${secret}` });
    const header = `-H 'Content-Type: application/json' -H 'operationID: ${composed.headers.operationID}'`;
    return `${timing}; curl -sS ${header} '${origin}${composed.url}' -d ${quoted(composed.body.trim())}`;
  };

  const spam = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'buy spam now' } }];
  return [
    tencent('Group.CallbackAfterReadReceipt'),
    tencent('Group.CallbackAfterSendMsg'),
    tencent('OfficialAccount.CallbackAfterSendMsg'),
    tencent('Group.CallbackBeforeSendMsg', { MsgBody: spam }),
    openim('callbackAfterGroupMsgReadCommand'),
    openim('callbackBeforeSendGroupMsgCommand', { content: '{"content":"buy spam now"}' }),
  ];
}

/** Between single quotes, with the shell's own time in place of those of the sample. */
function quoted(text: string): string {
  const literal = `'${text.replaceAll("'", `'\\''`)}'`;
  const times = /("(?:EventTime|MsgTime|createTime|sendTime)":)("?)(\d{10})(\d{3})?\2/g;
  return literal.replace(times, (_all, name, quote, _seconds, ms) => `${name}${quote}'$TIME'${ms ?? ''}${quote}`);
}
