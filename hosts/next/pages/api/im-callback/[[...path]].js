import { im } from '../../../im.mjs';

export const config = { api: { bodyParser: false, externalResolver: true } }; // the body is the receiver's to read

export default function handler(req, res) {
  im(req, res);
}
