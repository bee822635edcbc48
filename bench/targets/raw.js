/** A plain server: no framework, the same checks, a ready-made reply. */
const { forbidden, isAuthentic, ok, save } = require('./checks');

const ack = JSON.stringify(ok);
const no = JSON.stringify(forbidden);

function answer(res, status, body) {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  res.end(body);
}

/** Reads whatever comes: no limit, no time-out, nothing for a body that is compressed or cut off. */
function raw({ check = isAuthentic, takes = (command) => command === 'Group.CallbackAfterSendMsg' } = {}) {
  return (req, res) => {
    const query = Object.fromEntries(new URLSearchParams(req.url.slice(req.url.indexOf('?') + 1)));
    if (!check(query)) return answer(res, 403, no);
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString());
      if (takes(query.CallbackCommand)) await save(body);
      answer(res, 200, ack);
    });
  };
}

module.exports = { raw };
