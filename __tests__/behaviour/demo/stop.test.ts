import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { readConfig } from '../../../demo/config';
import { start } from '../../../demo/start';
import { composeRequest } from '../../../src/vendors/tencent';
import { message, newFolder, settings } from '../../support/demo/running-app';
import { freePort } from '../../support/free-port';

jest.setTimeout(30_000);

const folder = newFolder();

async function answerTo(sent: ClientRequest): Promise<{ status: number | undefined; text: string }> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage]; // the arguments of the event
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, text };
}

it('says what to write where its port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const port = (taken.address() as AddressInfo).port; // of a server on a port it is never a string
  const config = readConfig({ PORT: String(port), DATA_FOLDER: folder, LOG_LEVEL: 'silent' });
  await expect(start(config)).rejects.toThrow(
    `Port ${port} is taken. Choose another one: PORT=${port + 1} npm run demo`,
  );
  taken.close();
});

it('tells a load balancer as soon as it stops, while it finishes running work', async () => {
  const port = await freePort();
  const config = readConfig({ PORT: String(port), DATA_FOLDER: folder, LOG_LEVEL: 'silent' });
  const { stop } = await start(config);
  const health = () => answerTo(request({ port, path: '/health' }).end());
  expect((await health()).status).toBe(200);

  // A callback whose body is on its way.
  const { sdkAppId, token } = settings;
  const { url, headers, body } = composeRequest('Group.CallbackBeforeSendMsg', message(1), {
    path: '/im-callback',
    sdkAppId,
    token,
  });
  // Node answers `Expect` in the turn in which it hands the request over, which is when it is let in.
  const callback = request({ port, path: url, method: 'POST', headers: { ...headers, Expect: '100-continue' } });
  const answered = answerTo(callback);
  callback.flushHeaders();
  await once(callback, 'continue');
  callback.write(body.slice(0, 10));

  const stopped = stop();
  const { status, text } = await health();
  expect([status, JSON.parse(text)]).toEqual([503, { ready: false, reason: expect.stringContaining('drain') }]);
  callback.end(body.slice(10));
  expect(await answered).toMatchObject({ status: 200 });
  await stopped;
  await expect(health()).rejects.toThrow();
});
