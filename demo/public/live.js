import { getJson } from './element.js';

/**
 * Loads the state, then follows the events from its version on. The browser connects again by itself and says the last
 * version it saw; only after an answer it gives up on (a proxy's error page) it is done here.
 */
export function follow({ showsText, onState, onRows, onCallbacks, onHealth, onTold, onConnection }) {
  let source;
  let version = 0;
  let withText = showsText;
  let retry;
  let turn = 0;

  async function load() {
    clearTimeout(retry);
    source?.close();
    turn += 1;
    const mine = turn;
    try {
      const state = await getJson(`/api/state?text=${Number(withText)}`);
      if (mine !== turn) return;
      version = state.version;
      onState(state.rows, withText);
      listen();
    } catch {
      if (mine !== turn) return;
      onConnection('lost');
      retry = setTimeout(load, 2000);
    }
  }

  function listen() {
    clearTimeout(retry);
    source?.close();
    const opened = new EventSource(`/events?since=${version}&text=${Number(withText)}`);
    source = opened;
    const on = (name, take) => opened.addEventListener(name, (event) => source === opened && take(event));
    on('open', () => onConnection('live'));
    on('rows', (event) => {
      version = Number(event.lastEventId);
      onRows(JSON.parse(event.data));
    });
    on('callbacks', (event) => onCallbacks(JSON.parse(event.data)));
    on('health', (event) => onHealth(JSON.parse(event.data)));
    on('told', (event) => onTold(JSON.parse(event.data)));
    on('reset', load);
    on('error', () => {
      onConnection('lost');
      if (opened.readyState === EventSource.CLOSED) retry = setTimeout(listen, 2000);
    });
  }

  load();
  return {
    get withText() {
      return withText;
    },
    /** Reloads everything, with or without the text of messages. */
    showText(show) {
      withText = show;
      load();
    },
  };
}
