/** The bytes of one request for each kind of sender: the same message of 1 KB, signed in that sender's way. */
const { createHmac } = require('node:crypto');
const { body, url } = require('./message');
const secrets = require('./secrets');

const hmac = (secret, text, encoding) => createHmac('sha256', secret).update(text).digest(encoding);
const json = 'application/json';

function bytes(path, content, headers) {
  const all = { Host: '127.0.0.1', 'Content-Type': json, 'Content-Length': content.length, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), content]);
}

let sequence = 10_000_000;

/**
 * Tencent's signature does not cover the body: each message gets a number of its own, since an inbox drops what comes again,
 * and a thousand groups take turns, since what belongs to one group is handled in order.
 */
function tencent(headers) {
  const signed = signedAnew(() => bytes(url(), body, headers));
  const first = signed();
  const at = first.indexOf('"MsgSeq":') + '"MsgSeq":'.length - first.length;
  const group = first.indexOf('"GroupId":"@TGS#') + '"GroupId":"@TGS#'.length - first.length;
  return () => {
    sequence += 1;
    const next = Buffer.from(signed());
    next.write(String(sequence), next.length + at);
    next.write(String(sequence).slice(-3), next.length + group);
    return next;
  };
}

/** A signature holds for a minute, a round on a loaded machine may last longer. */
function signedAnew(make) {
  let [made, until] = [undefined, 0];
  return () => {
    if (Date.now() > until) [made, until] = [make(), Date.now() + 20_000];
    return made;
  };
}

/** As nginx passes a callback on. */
const proxied = () =>
  tencent({
    Connection: 'keep-alive',
    'User-Agent': 'Go-http-client/1.1',
    Accept: '*/*',
    'Accept-Encoding': 'gzip',
    'X-Real-IP': '203.0.113.9',
    'X-Forwarded-For': '203.0.113.9',
    'X-Forwarded-Proto': 'https',
    'X-Request-ID': '3b7c0a9e5d6f4c1a8b2e9f0d1c2b3a49',
  });

/** Twenty commands in turn, so that no branch is always the same. */
function twentyCommands() {
  const signed = signedAnew(() => require('./commands').map((one) => bytes(url(one.wire), one.body)));
  let i = 0;
  return () => signed()[i++ % 20];
}

function github() {
  const content = Buffer.from(JSON.stringify({ action: 'created', ...JSON.parse(body) }));
  const request = bytes('/webhooks', content, {
    'User-Agent': 'GitHub-Hookshot/044aadd',
    'X-GitHub-Event': 'issue_comment',
    'X-GitHub-Delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    'X-Hub-Signature-256': `sha256=${hmac(secrets.github, content, 'hex')}`,
  });
  return () => request;
}

function line() {
  const event = { type: 'message', ...JSON.parse(body) };
  const content = Buffer.from(JSON.stringify({ destination: 'u_bot', events: [event] }));
  const request = bytes('/webhook', content, { 'x-line-signature': hmac(secrets.line, content, 'base64') });
  return () => request;
}

function slack() {
  const event = { type: 'app_mention', user: 'U2', channel: 'C1', ts: '1718000208.000100', ...JSON.parse(body) };
  const content = Buffer.from(
    JSON.stringify({ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: 'Ev1', event }),
  );
  const time = Math.floor(Date.now() / 1000);
  const request = bytes('/slack/events', content, {
    'X-Slack-Request-Timestamp': time,
    'X-Slack-Signature': `v0=${hmac(secrets.slack, `v0:${time}:${content}`, 'hex')}`,
  });
  return () => request;
}

module.exports = { tencent, proxied, twentyCommands, github, line, slack };
