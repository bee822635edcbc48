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
  // Signed where it is pasted: a signature is good for a minute.
  const signing = `TIME=$(date +%s); SIGN=$(node -p "require('crypto').hash('sha256', '${token}$TIME')")`;

  const tencent = (wire: string, change: object = {}) => {
    const sample = tencentCommands.find((command) => command.wire === wire)?.sample as object;
    const { url, body } = composeTencent(wire as never, { ...sample, ...change } as never, { path, sdkAppId });
    return `${signing}; curl -sS "${origin}${url}&Sign=$SIGN&RequestTime=$TIME" -d ${quoted(body)}`;
  };
  const openim = (wire: string, change: object = {}) => {
    const sample = openimCommands.find((command) => command.wire === wire)?.sample as object;
    const composed = composeOpenim(wire as never, { ...sample, ...change } as never, { path: `${path}/${secret}` });
    const header = `-H 'Content-Type: application/json' -H 'operationID: ${composed.headers.operationID}'`;
    return `curl -sS ${header} '${origin}${composed.url}' -d ${quoted(composed.body.trim())}`;
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

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
