import express from 'express';
import { im } from './im.mjs';

const app = express();
app.use('/im-callback', im); // before the parsers of the app
app.use(express.json());
app.listen(3000);
