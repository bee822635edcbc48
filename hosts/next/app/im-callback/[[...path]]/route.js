import { toFetchResponse, toReqRes } from 'fetch-to-node';
import { im } from '../../../im.mjs';

export async function POST(request) {
  const { req, res } = toReqRes(request);
  im(req, res);
  return toFetchResponse(res);
}
