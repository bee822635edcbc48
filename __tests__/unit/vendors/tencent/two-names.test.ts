/** Commands that Tencent's own pages print under two names: either is taken, also one in the URL and the other in the body. */
import { tencentIndex } from '../../../../src/vendors/tencent/catalogue';
import { printedTwice } from '../../../support/fixtures/reference';
import { receiver, sdkAppId, send } from '../../../support/send';

const names = Object.entries(printedTwice).flatMap(([wire, others]) => others.map((other) => [wire, other] as const));

describe.each(names)('%s, also called %s', (wire, other) => {
  const command = tencentIndex.get(wire);
  if (command === undefined) throw new Error(`no command ${wire}`);

  it.each([
    [wire, wire],
    [other, other],
    [wire, other],
    [other, wire],
  ])('%s in the URL and %s in the body', async (inUrl, inBody) => {
    const seen: object[] = [];
    const handler = ({ command, wire: arrived }: { command: string; wire: string }) =>
      void seen.push({ command, arrived });
    const { app, settled, failures } = receiver({ tencent: { sdkAppId }, [command.handler]: handler });
    const url = `/im-callback?SdkAppid=${sdkAppId}&CallbackCommand=${inUrl}&contenttype=json`;
    const body = JSON.stringify({ ...command.sample, CallbackCommand: inBody });
    const res = await send(app, { url, headers: {}, body } as never);
    expect(res.body).toBe('{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}');
    expect(seen).toEqual([{ command: wire, arrived: inUrl }]);
    expect(settled).toMatchObject([{ outcome: 'handled' }]);
    expect(failures).toEqual([]);
  });
});
