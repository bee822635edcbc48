import express from 'express';
import { im } from './im.mjs';

const app = express();
const verify = (req, _res, bytes) => Object.assign(req, { rawBody: bytes }); // so that integers stay exact
app.use(express.json({ limit: '1mb', verify })); // OpenIM's member lists are longer than the usual 100 kB
app.use(express.urlencoded({ extended: false, verify }));
app.use('/im-callback', im);
app.listen(3000);
