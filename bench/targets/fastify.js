/** Fastify with its own schema validation (ajv) of query and body, and a compiled reply. */
const { forbidden, isAuthentic, ok, save } = require('./checks');

const text = { type: 'string' };
const whole = { type: 'integer' };
const object = (required, properties) => ({ type: 'object', required, properties });
const list = (items) => ({ type: 'array', items });

const body = object(['GroupId', 'From_Account', 'MsgBody'], {
  CallbackCommand: text,
  CloudCustomData: text,
  EventTime: whole,
  From_Account: text,
  GroupId: text,
  MsgBody: list(object(['MsgType', 'MsgContent'], { MsgType: text, MsgContent: { type: 'object' } })),
  MsgPriority: text,
  MsgSeq: whole,
  MsgTime: whole,
  OnlineOnlyFlag: whole,
  Operator_Account: text,
  Random: whole,
  Type: text,
  GroupAtInfo: list(object([], { GroupAtAllFlag: whole, GroupAt_Account: text })),
});
const querystring = object(['SdkAppid', 'CallbackCommand', 'Sign', 'RequestTime'], {
  SdkAppid: text,
  CallbackCommand: text,
  Sign: text,
  RequestTime: text,
});
const reply = object([], { ActionStatus: text, ErrorInfo: text, ErrorCode: whole });

/** A server that is ready: Fastify makes its own. */
async function fastifyServer() {
  const app = require('fastify')();
  app.post(
    '/im-callback',
    { schema: { body, querystring, response: { 200: reply, 403: reply } } },
    async (req, res) => {
      if (!isAuthentic(req.query)) return res.code(403).send(forbidden);
      switch (req.query.CallbackCommand) {
        case 'Group.CallbackAfterSendMsg':
          await save(req.body);
          break;
        default:
      }
      return ok;
    },
  );
  await app.ready();
  return app.server;
}

module.exports = { fastifyServer };
