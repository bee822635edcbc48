import { el } from './element.js';
import { t } from './language.js';

/** The list in which one sees what came of a test callback, where that is not the callbacks. */
const shownIn = { refused: 'tab-refusals', broadcast: 'tab-broadcasts', dead: 'tab-dead' };
const groupOf = { message: '@TGS#TEST', read: '@TGS#TEST', duplicate: '@TGS#TEST', openim: 'test-group' };

/** What was sent just now, or what is going on, in a sentence beside the buttons; `say` is for those who cannot see it. */
export function tell(text, say) {
  document.getElementById('sent').textContent = text;
  say(text);
}

/** A button for each test callback. The server sends it to itself over HTTP, so what comes of it is seen as it is of any. */
export function showSamples(samples, { say, showTab, showGroup }) {
  const place = document.getElementById('samples');
  const sent = document.getElementById('sent');
  place.hidden = samples.length === 0;

  async function send({ id, label }) {
    showTab(shownIn[id] ?? 'tab-callbacks');
    if (groupOf[id] !== undefined) showGroup(groupOf[id]);
    tell(t('{0}: {1}', t(label), await outcomeOf(id)), say);
  }

  const buttons = samples.map((sample) => {
    const click = () => send(sample);
    return el('button', { type: 'button', title: t(sample.about), click }, t(sample.label));
  });
  sent.before(...buttons);
}

async function outcomeOf(id) {
  try {
    const response = await fetch(`/api/samples/${id}`, { method: 'POST' });
    const answer = await response.json();
    return response.ok ? (words[answer.result] ?? answer.result) : t(answer.error);
  } catch {
    return t('not sent, the server does not answer.');
  }
}

/** What the chat service makes of the reply. */
const words = {
  allowed: t('let through.'),
  refused: t('refused, as its author is told.'),
  ignored: t('sent and acknowledged.'),
  failed: t('sent, but the chat service could not take the reply.'),
};
