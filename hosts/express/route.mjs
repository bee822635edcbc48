import express from 'express';
import { im } from './im.mjs';

const app = express();
app.post(['/im-callback', '/im-callback/:secret/:command'], im);
app.listen(3000);
