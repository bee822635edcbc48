/** Receivers as people really write them, each with one mistake in it. */
import express, { type Express, type RequestHandler } from 'express';
import { type AnyEvent, allow, imCallbacks } from '../../../src';
import { listening, receiver, sdkAppId } from './listening';

export const token = 'the-token';
export const secret = 'the-secret-segment';

/** An app by hand, as in most tutorials. */
async function byHand(build: (app: Express) => void): Promise<string> {
  const app = express();
  build(app);
  return `${await listening(app)}/im-callback`;
}

const ok = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };
const allowed = { actionCode: 0, errCode: 0, errMsg: '', errDlt: '', nextCode: 0 };
const whoops = '<!DOCTYPE html><html><title>Whoops</title></html>';
const parsed = express.json();
const slowly = (ms: number, then: RequestHandler): RequestHandler => {
  return (req, res, next) => void setTimeout(() => then(req, res, next), ms);
};

export interface Broken {
  readonly vendor: 'tencent' | 'openim';
  /** What doctor calls it. */
  readonly id: string;
  /** What it says that it saw. */
  readonly seen: RegExp;
  readonly make: () => Promise<string>;
}

export const broken: Readonly<Record<string, Broken>> = {
  'wrong mount': {
    vendor: 'tencent',
    id: 'wrongMount',
    seen: /status 404 for POST \/im-callback; a receiver answers at \/callback$/,
    make: () => byHand((app) => app.use('/callback', imCallbacks({ tencent: { sdkAppId, token } }))),
  },
  'global auth redirect': {
    vendor: 'tencent',
    id: 'authRedirect',
    seen: /^status 302, to \/login$/,
    make: () =>
      byHand((app) => {
        app.use((req, res, next) => (req.headers.cookie ? next() : res.redirect(`/login?to=${req.url}`)));
        app.use('/im-callback', imCallbacks({ tencent: { sdkAppId, token } }));
      }),
  },
  'text reply': {
    vendor: 'tencent',
    id: 'textReply',
    seen: /Group\.CallbackBeforeSendMsg: status 200 with "ok"/,
    make: () => byHand((app) => app.post('/im-callback', parsed, (_req, res) => void res.send('ok'))),
  },
  'string nextCode': {
    vendor: 'openim',
    id: 'stringNextCode',
    seen: /callbackBeforeSendGroupMsgCommand: nextCode is ""/,
    make: () =>
      byHand((app) =>
        app.post('/im-callback/:command', parsed, (_req, res) => void res.json({ ...allowed, nextCode: '' })),
      ),
  },
  'parser order': {
    vendor: 'tencent',
    id: 'parserOrder',
    seen: /status 500 for a valid body, and the same for one that is not JSON/,
    make: () =>
      byHand((app) => {
        app.post('/im-callback', (req, res) => void res.json(req.body.CallbackCommand ? ok : ok));
        app.use(parsed);
        app.use(
          ((_error, _req, res, _next) =>
            void res.status(500).send('Internal Server Error')) as express.ErrorRequestHandler,
        );
      }),
  },
  'slow handler': {
    vendor: 'tencent',
    id: 'slow',
    seen: /Group\.CallbackBeforeSendMsg: 1\d{3} ms of 2000 ms/,
    make: () =>
      receiver({
        tencent: { sdkAppId, token },
        beforeGroupMsg: () => new Promise((resolve) => setTimeout(() => resolve(allow()), 5000).unref()),
      }),
  },
  '204': {
    vendor: 'tencent',
    id: 'status204',
    seen: /status 204, and nothing in the reply/,
    make: () => byHand((app) => app.post('/im-callback', parsed, (_req, res) => void res.sendStatus(204))),
  },
  'wrong app id': {
    vendor: 'tencent',
    id: 'wrongAppId',
    seen: /status 403: the receiver does not accept SDKAppID 1400000001/,
    make: () => receiver({ tencent: { sdkAppId: 1400000077, token } }),
  },
  'clock skew': {
    vendor: 'tencent',
    id: 'clockSkew',
    seen: /status 403: "RequestTime is outside the allowed window"/,
    make: () =>
      byHand((app) => {
        const clock = () => Date.now() + 300_000;
        app.use((_req, res, next) => {
          res.setHeader('Date', new Date(clock()).toUTCString());
          next();
        });
        app.use('/im-callback', imCallbacks({ tencent: { sdkAppId, token }, clock }));
      }),
  },
  'HTML error page': {
    vendor: 'tencent',
    id: 'htmlReply',
    seen: /status 500 with an HTML page: "Whoops"/,
    make: () => byHand((app) => app.use(parsed, (_req, res) => void res.status(500).send(whoops))),
  },

  // Beyond the ten.
  'a route without the command': {
    vendor: 'openim',
    id: 'commandNotRouted',
    seen: /POST \/im-callback is answered, but POST \/im-callback\/<command> is not: status 404/,
    make: () => byHand((app) => app.post('/im-callback', parsed, (_req, res) => void res.json(allowed))),
  },
  'a parser that consumed the stream': {
    vendor: 'openim',
    id: 'parserOrder',
    seen: /something before this router read the request/,
    make: () =>
      byHand((app) => {
        app.use((req, _res, next) => void req.resume().on('end', () => next()));
        app.use('/im-callback', imCallbacks({ openim: {} }));
      }),
  },
  'a clock that is wrong, by hand': {
    vendor: 'tencent',
    id: 'clockSkew',
    seen: /status 401; accepted when signed with the receiver's time, -\d{3} s from here/,
    make: () =>
      byHand((app) =>
        app.post('/im-callback', parsed, (req, res) => {
          const now = Date.now() - 300_000;
          res.setHeader('Date', new Date(now).toUTCString());
          const fresh = Math.abs(now / 1000 - Number(req.query.RequestTime)) < 60;
          res.status(fresh ? 200 : 401).json(fresh ? ok : {});
        }),
      ),
  },
  'a reply that never comes': {
    vendor: 'tencent',
    id: 'noReply',
    seen: /no reply in 10000 ms/,
    make: () => byHand((app) => app.post('/im-callback', parsed, () => {})),
  },
  'a reply that comes too late': {
    vendor: 'tencent',
    id: 'tooSlow',
    seen: /status 200 after \d{4} ms; the sender waits for 2000 ms/,
    make: () =>
      byHand((app) =>
        app.post(
          '/im-callback',
          parsed,
          slowly(2600, (_req, res) => void res.json(ok)),
        ),
      ),
  },
  'https by redirect': {
    vendor: 'openim',
    id: 'redirect',
    seen: /status 301, to https:\/\/chat\.example\.com\/im-callback\/callbackAfterDoctorProbeCommand/,
    make: () => byHand((app) => app.use((req, res) => void res.redirect(301, `https://chat.example.com${req.url}`))),
  },
  'the reply of the other vendor': {
    vendor: 'openim',
    id: 'otherVendorsReply',
    seen: /the reply has the form of Tencent's/,
    make: () => byHand((app) => app.use(parsed, (_req, res) => void res.json(ok))),
  },
  'the natural guess at a refusal': {
    vendor: 'openim',
    id: 'refusalAllows',
    seen: /actionCode 1, errCode 5001, nextCode 1, which this server reads as allowed/,
    make: () =>
      byHand((app) => app.use(parsed, (_req, res) => void res.json({ actionCode: 1, errCode: 5001, nextCode: 1 }))),
  },
  'a JSON error page for strangers': {
    vendor: 'openim',
    id: 'errorReadsAsApproval',
    seen: /status 500 with a JSON object/,
    make: () => byHand((app) => app.use(parsed, (_req, res) => void res.status(500).json({ error: 'database' }))),
  },
  'a handler that throws': {
    vendor: 'tencent',
    id: 'saysFail',
    seen: /Group\.CallbackAfterSendMsg: the reply says that the callback failed: "the handler failed"/,
    make: () => receiver({ tencent: { sdkAppId, token }, onGroupMsg: () => Promise.reject(new Error('no database')) }),
  },
  'a code out of range': {
    vendor: 'tencent',
    id: 'undocumentedCode',
    seen: /ErrorCode 10017 is not a code of Group\.CallbackBeforeSendMsg/,
    make: () => byHand((app) => app.use(parsed, (_req, res) => void res.json({ ...ok, ErrorCode: 10017 }))),
  },
  'Basic authentication': {
    vendor: 'openim',
    id: 'turnedAway',
    seen: /status 401, and asks for Basic authentication/,
    make: () => byHand((app) => app.use((_req, res) => void res.set('WWW-Authenticate', 'Basic').status(401).end())),
  },
  'no signature check': {
    vendor: 'tencent',
    id: 'signatureNotChecked',
    seen: /without signature, or with a wrong one, is accepted/,
    make: () => receiver({ tencent: { sdkAppId } }),
  },
  'another token': {
    vendor: 'tencent',
    id: 'wrongToken',
    seen: /the signature does not match/,
    make: () => receiver({ tencent: { sdkAppId, token: 'another-token' } }),
  },
  'another secret': {
    vendor: 'openim',
    id: 'protected',
    seen: /the receiver wants a secret segment/,
    make: () => receiver({ openim: { secret: 'another-secret-segment' } }),
  },
  'a small body limit': {
    vendor: 'openim',
    id: 'bodyLimit',
    seen: /a body of 150 kB is not accepted: status 413/,
    make: () => byHand((app) => app.use(parsed, imCallbacks({ openim: {} }))),
  },
};

/** Nothing is wrong with it. */
export function healthy(seen: (event: AnyEvent) => void = () => {}): Promise<string> {
  return receiver({
    tencent: { sdkAppId, token },
    openim: { secret },
    onAny: seen,
    onGroupMsg() {},
    beforeGroupMsg: allow,
  });
}
