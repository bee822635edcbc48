/** With a moderation service of the test's own: an HTTP server that is sure, unsure, slow, wrong, or down. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sample } from '../../src/testing';
import { type RunningExample, runExample, textBody } from '../support/examples/run-example';

jest.setTimeout(60_000);

let service: Server;
let app: RunningExample;
const asked: string[] = [];

beforeAll(async () => {
  service = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const { text } = JSON.parse(body) as { text: string };
    asked.push(text);
    const verdict = text.includes('watches') ? 'bad' : text.includes('hm') ? 'unsure' : 'good';
    if (text.includes('broken')) res.writeHead(500).end('not JSON');
    // What is slow is never answered.
    else if (!text.includes('slow')) res.writeHead(200).end(JSON.stringify({ verdict }));
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  app = await runExample('moderation.mjs', { MODERATION_URL: `http://127.0.0.1:${port}/check` });
});
afterAll(async () => {
  await app?.stop();
  service.closeAllConnections();
  service.close();
});

async function verdictOn(text: string) {
  const wire = 'Group.CallbackBeforeSendMsg';
  const { conclusion } = await app.tencent.send(wire, sample(wire, textBody(text)));
  return conclusion;
}
const forReview = async () => {
  const rows = (await (await fetch(`${app.origin}/review`)).json()) as { key: string; text: string }[];
  return rows.map(({ text }) => text);
};

it('does as the service says, and asks once for what is said twice', async () => {
  expect(await verdictOn('cheap watches')).toMatchObject({ result: 'refused', info: 'this message breaks our rules' });
  expect(await verdictOn('good morning')).toMatchObject({ result: 'allowed' });
  expect(await verdictOn('cheap watches')).toMatchObject({ result: 'refused' });
  const wire = 'callbackBeforeSendSingleMsgCommand';
  const content = JSON.stringify({ content: 'cheap watches' });
  const { conclusion } = await app.openim.send(wire, sample(wire, { contentType: 101, content }));
  expect(conclusion).toMatchObject({ result: 'refused', info: 'this message breaks our rules' });
  expect(asked).toEqual(['cheap watches', 'good morning']);
  expect(await forReview()).toEqual([]);
});

it('lets through what nobody is sure of, and has it reviewed', async () => {
  expect(await verdictOn('hm')).toMatchObject({ result: 'allowed' });
  expect(await verdictOn('slow')).toMatchObject({ result: 'allowed' });
  expect(await verdictOn('broken')).toMatchObject({ result: 'allowed' });
  service.closeAllConnections();
  service.close();
  await once(service, 'close');
  expect(await verdictOn('while it is down')).toMatchObject({ result: 'allowed' });
  expect(await verdictOn('cheap watches')).toMatchObject({ result: 'refused' }); // still known
  expect(await forReview()).toEqual(['hm', 'slow', 'broken', 'while it is down']);
  // Each was answered by the handler, not by the failure policy.
  expect(app.output()).not.toContain('deadline');
});
