/** Tabs as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them: arrows, Home and End move, the rest is the browser's. */
export function makeTabs(tablist, onShow) {
  const tabs = [...tablist.querySelectorAll('[role=tab]')];
  const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));

  function show(chosen) {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panelOf(tab).hidden = !isChosen;
    }
    onShow(chosen.id);
  }

  tablist.addEventListener('click', ({ target }) => {
    const tab = target.closest('[role=tab]');
    if (tab !== null) show(tab);
  });
  tablist.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at === -1 || to === undefined) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length);
    tab.focus();
    show(tab);
  });
  // What scrolls must be within reach of the keyboard.
  for (const tab of tabs) panelOf(tab).tabIndex = 0;
  show(tabs[0]);

  return {
    show: (id) => show(document.getElementById(id)),
    /** Shows it, and goes there. */
    open(id) {
      const tab = document.getElementById(id);
      show(tab);
      tab.focus();
      tab.scrollIntoView({ block: 'nearest' });
    },
    /** The number behind the name of a tab. */
    count(id, count) {
      const tab = document.getElementById(id);
      const label = tab.dataset.label ?? tab.textContent;
      tab.dataset.label = label;
      // An element of its own, so that a long list of tabs may give it less room.
      const number = document.createElement('span');
      number.className = 'number-of';
      number.textContent = count > 99 ? '99+' : String(count);
      tab.replaceChildren(label, ...(count > 0 ? [' ', number] : []));
    },
  };
}
