/** This file only has to compile: the receiver fits every host it is made for. */
import http from 'node:http';
import express5 from 'express';
import express4 from 'express4';
import { imCallbacks } from '../../../src';

const callbacks = imCallbacks({ openim: {} });
express5().use('/im-callback', callbacks).use(callbacks).post('/im-callback', callbacks);
express5.Router().use('/im-callback', callbacks);
express4().use('/im-callback', callbacks).use(callbacks).post('/im-callback', callbacks);
express4.Router().use('/im-callback', callbacks);
http.createServer(callbacks);
