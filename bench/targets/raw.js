/** The floors: no framework, the same checks, a ready-made reply. */
const { forbidden, isAuthentic, ok, save } = require('./checks');

const ack = Buffer.from(JSON.stringify(ok));
const no = Buffer.from(JSON.stringify(forbidden));

function answer(res, status, body) {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  res.end(body);
}

function listener(readBody) {
  return (req, res) => {
    const query = Object.fromEntries(new URLSearchParams(req.url.slice(req.url.indexOf('?') + 1)));
    if (!isAuthentic(query)) return answer(res, 403, no);
    readBody(req, res, async (text) => {
      const body = JSON.parse(text);
      if (query.CallbackCommand === 'Group.CallbackAfterSendMsg') await save(body);
      answer(res, 200, ack);
    });
  };
}

/** Reads whatever comes: no limit, no time-out, nothing for a body that is compressed or cut off. */
function raw() {
  return listener((req, _res, done) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => done(Buffer.concat(chunks).toString()));
  });
}

/** The same with the body parser that Express and this package read with. */
function rawWithBodyParser() {
  const parser = require('body-parser').raw({ type: () => true, limit: 262_144 });
  return listener((req, res, done) => parser(req, res, () => done(req.body.toString())));
}

module.exports = { raw, rawWithBodyParser };
