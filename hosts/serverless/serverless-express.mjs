import serverlessExpress from '@codegenie/serverless-express';
import express from 'express';
import { im } from './im.mjs';

export const handler = serverlessExpress({ app: express().use('/im-callback', im) });
