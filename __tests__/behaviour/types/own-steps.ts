/** This file only has to compile: a step of the host's own that asks for what is not known where it stands does not. */
import { Router } from 'express';
import { imCallbacks, turnAway } from '../../../src';

declare module '../../../src/callback/event' {
  interface Learnt {
    tenant: string;
  }
}

const tencent = { sdkAppId: 1400000001 };

imCallbacks({
  tencent,
  steps: [
    {
      after: 'captureOperationID',
      run: ({ request }) => (request.headers.host === undefined ? turnAway({ message: 'no host' }) : undefined),
    },
    { after: 'verifyQuery', run: async ({ appId, learnt }) => ({ tenant: `${learnt?.tenant} ${appId?.length}` }) },
    { after: 'parseBody', run: ({ body }) => void body.GroupId },
    { after: 'decodeRequest', run: ({ event }) => void event.key },
  ],
  onGroupMsg: (event) => {
    const tenant: string | undefined = event.learnt.tenant;
    return tenant;
  },
});

// @ts-expect-error: nothing is decoded there
imCallbacks({ tencent, steps: [{ after: 'verifyQuery', run: ({ event }) => void event.key }] });
// @ts-expect-error: the body has not been read
imCallbacks({ tencent, steps: [{ after: 'verifyQuery', run: ({ body }) => void body }] });
// @ts-expect-error: nobody has been verified
imCallbacks({ tencent, steps: [{ after: 'captureOperationID', run: ({ appId }) => void appId }] });
// @ts-expect-error: no such step
imCallbacks({ tencent, steps: [{ after: 'verify', run: () => {} }] });
// @ts-expect-error: no such name is declared
imCallbacks({ tencent, steps: [{ after: 'verifyQuery', run: () => ({ tennant: 'acme' }) }] });

// The walk as middlewares fits Express' own Router.
const { routers } = imCallbacks({ tencent });
if (routers.tencent !== undefined) {
  const router = Router();
  router.use(...routers.tencent.through('verifyQuery'));
  router.use((_req, _res, next) => next());
  router.use(...routers.tencent.after('verifyQuery'));
}
