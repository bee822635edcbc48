import functions from '@google-cloud/functions-framework';
import { im } from './im.mjs';

functions.http('imCallback', im); // it has read the body, and keeps the bytes in req.rawBody
