/** The webhook middlewares of others, in Express 5, each set up as its own README says. */
const express = require('express');
const secrets = require('../secrets');
const { save } = require('./checks');

/** @octokit/webhooks, README: `createNodeMiddleware(webhooks, { path })` as an Express middleware. */
async function octokit() {
  const { createNodeMiddleware, Webhooks } = await import('@octokit/webhooks');
  const webhooks = new Webhooks({ secret: secrets.github });
  webhooks.on('issue_comment', ({ payload }) => save(payload));
  return express().use(createNodeMiddleware(webhooks, { path: '/webhooks' }));
}

/** @line/bot-sdk, README: `app.post('/webhook', middleware(config), …)`. */
function line() {
  const { middleware } = require('@line/bot-sdk');
  const app = express();
  app.post('/webhook', middleware({ channelSecret: secrets.line }), (req, res) => {
    Promise.all(req.body.events.map(save)).then((result) => res.json(result));
  });
  return app;
}

/** @slack/bolt, documentation of ExpressReceiver; `authorize` instead of a token, which would be tried on Slack itself. */
function bolt() {
  const { App, ExpressReceiver, LogLevel } = require('@slack/bolt');
  const receiver = new ExpressReceiver({ signingSecret: secrets.slack, logLevel: LogLevel.ERROR });
  const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U1' });
  const app = new App({ authorize, receiver, logLevel: LogLevel.ERROR });
  app.event('app_mention', ({ event }) => save(event));
  return receiver.app;
}

module.exports = { octokit, line, bolt };
