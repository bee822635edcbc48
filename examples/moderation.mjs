/**
 * Asks a moderation service about each message, within the time that the vendor waits for the reply. Where the service is
 * unsure, slow or down, the message goes on, and a person looks at it later.
 *
 *   MODERATION_URL=http://127.0.0.1:8080/check node moderation.mjs
 *
 * The service gets { "text": "…" } and answers { "verdict": "good" | "bad" | "unsure" }.
 */
import express from 'express';
import { allow, imCallbacks, refuse } from 'express-im-callbacks';
import { textOf } from 'express-im-callbacks/message';

const service = process.env.MODERATION_URL ?? 'http://127.0.0.1:8080/check';
/** What is left of the deadline for the reply itself, in milliseconds. */
const reserveMs = 200;

/** The last answers by text: what is said often is asked once. @type {Map<string, 'good' | 'bad'>} */
const known = new Map();
const mostKnown = 10_000;

/** What a person has to look at. In an app of yours: a table. @type {{ key: string, text: string }[]} */
const forReview = [];
const mostForReview = 1_000;

/** @param {string} text @param {import('express-im-callbacks').EventFor<'beforeGroupMsg' | 'beforeC2cMsg'>} event */
async function ask(text, event) {
  const signal = AbortSignal.timeout(Math.max(0, Math.floor(event.remainingMs()) - reserveMs));
  const headers = { 'Content-Type': 'application/json' };
  try {
    const response = await fetch(service, { method: 'POST', headers, body: JSON.stringify({ text }), signal });
    const { verdict } = /** @type {{ verdict?: unknown }} */ (await response.json());
    if (!response.ok || (verdict !== 'good' && verdict !== 'bad')) return 'unsure';
    if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '');
    known.set(text, verdict);
    return verdict;
  } catch (error) {
    // Slow, down, or not JSON.
    console.error('the moderation service did not answer:', error instanceof Error ? error.name : error);
    return 'unsure';
  }
}

/** @param {import('express-im-callbacks').EventFor<'beforeGroupMsg' | 'beforeC2cMsg'>} event */
async function judge(event) {
  const text = textOf(event);
  if (text === '') return allow();
  const verdict = known.get(text) ?? (await ask(text, event));
  if (verdict === 'bad') return refuse('this message breaks our rules');
  if (verdict === 'unsure' && forReview.length < mostForReview) forReview.push({ key: event.key, text });
  return allow();
}

const app = express();
app.use(
  '/im-callback',
  imCallbacks({
    tencent: { sdkAppId: Number(process.env.IM_SDK_APP_ID ?? 1400000001), token: process.env.IM_CALLBACK_TOKEN },
    openim: { secret: process.env.OPENIM_SECRET },
    beforeGroupMsg: judge,
    beforeC2cMsg: judge,
  }),
);
// For your moderators: put your login in front of it.
app.get('/review', (_req, res) => {
  res.json(forReview);
});
app.listen(process.env.PORT ?? 3000, () => console.log('listening')).keepAliveTimeout = 75_000;
