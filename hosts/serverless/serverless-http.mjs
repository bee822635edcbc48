import express from 'express';
import serverless from 'serverless-http';
import { im } from './im.mjs';

export const handler = serverless(express().use('/im-callback', im));
