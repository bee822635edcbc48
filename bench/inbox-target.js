/** What bench/inbox.js measures, in a process of its own: `node bench/inbox-target.js <engine|none> <folder>`. */
const http = require('node:http');
const express = require('express');
const { imCallbacks } = require('..');
const { engineOf } = require('../scripts/crash/engine');
const { sdkAppId, token } = require('./message');

const [engine, folder] = process.argv.slice(2);
let seen = 0;

async function main() {
  const inbox = engine === 'none' ? undefined : engineOf(engine).makeInbox(folder);
  const callbacks = imCallbacks({
    tencent: { sdkAppId, token },
    inbox,
    worker: inbox && { concurrency: 64 },
    onGroupMsg: async (event) => {
      if (event.body.GroupId !== '') seen += 1;
    },
  });
  await callbacks.ready();
  const server = http.createServer(express().use('/im-callback', callbacks)).listen(0, '127.0.0.1');
  server.once('listening', () => process.send({ port: server.address().port }));
  // Asked before and after a round: CPU time used, and how many were handled.
  process.on('message', () => process.send({ cpu: process.cpuUsage(), seen }));
  process.on('disconnect', () => process.exit());
}

main();
