/** What a team writes by hand: express.json(), a switch, res.json. */
const { forbidden, isAuthentic, ok, save } = require('./checks');

/** `check` takes a parsed body apart, or throws; a plain route trusts it. */
function handWritten(express, check = (body) => body) {
  const app = express();
  app.use(express.json());
  app.post('/im-callback', async (req, res) => {
    const { query } = req; // Express 5 parses at each look
    if (!isAuthentic(query)) return res.status(403).json(forbidden);
    switch (query.CallbackCommand) {
      case 'Group.CallbackAfterSendMsg':
        await save(check(req.body));
        break;
      default:
    }
    res.json(ok);
  });
  return app;
}

const ack = JSON.stringify(ok);
const no = JSON.stringify(forbidden);

function answer(res, status, body) {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  res.end(body);
}

/** An app as one sets it who has measured: no ETag, no X-Powered-By, the simple query parser. */
const tunedApp = (express) => express().disable('etag').disable('x-powered-by').set('query parser', 'simple');

/** What such a team writes: a ready reply. `takes` tells the commands it knows. */
function tuned(express, takes = (command) => command === 'Group.CallbackAfterSendMsg') {
  const app = tunedApp(express);
  app.use(express.json());
  app.post('/im-callback', async (req, res) => {
    const { query } = req;
    if (!isAuthentic(query)) return answer(res, 403, no);
    if (takes(query.CallbackCommand)) await save(req.body);
    answer(res, 200, ack);
  });
  return app;
}

/** The body held against a schema, as lenient as this package: unknown fields stay. */
function zodCheck() {
  const z = require('zod');
  const element = z.discriminatedUnion('MsgType', [
    z.looseObject({ MsgType: z.literal('TIMTextElem'), MsgContent: z.looseObject({ Text: z.string() }) }),
    z.looseObject({
      MsgType: z.literal('TIMCustomElem'),
      MsgContent: z.looseObject({ Data: z.string(), Desc: z.string().optional(), Ext: z.string().optional() }),
    }),
  ]);
  const message = z.looseObject({
    CallbackCommand: z.string().optional(),
    CloudCustomData: z.string().optional(),
    EventTime: z.number().int().optional(),
    From_Account: z.string(),
    GroupId: z.string(),
    MsgBody: z.array(element),
    MsgPriority: z.string().optional(),
    MsgSeq: z.number().int().optional(),
    MsgTime: z.number().int().optional(),
    OnlineOnlyFlag: z.number().int().optional(),
    Operator_Account: z.string().optional(),
    Random: z.number().int().optional(),
    Type: z.string().optional(),
    GroupAtInfo: z
      .array(z.looseObject({ GroupAtAllFlag: z.number().int(), GroupAt_Account: z.string().optional() }))
      .optional(),
  });
  return (body) => message.parse(body);
}

module.exports = { handWritten, tuned, tunedApp, zodCheck };
