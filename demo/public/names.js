import { el, named } from './element.js';
import { t } from './language.js';

const tooltip = document.getElementById('names');
let owner;
let hiding;

/**
 * Shows names beside an element while it is pointed at or has the focus. They are in its accessible name too, so this is
 * for the eye alone. It can be pointed at itself, and Escape takes it away.
 */
export function showsNames(button, names) {
  const show = () => open(button, names());
  button.addEventListener('pointerenter', show);
  button.addEventListener('focus', show);
  button.addEventListener('click', show);
  button.addEventListener('pointerleave', hideSoon);
  button.addEventListener('blur', hide);
}

/** To be called when the names of an element have changed. */
export function refreshNames(button, names) {
  if (owner === button) open(button, names);
}

function open(button, { title, members, more }) {
  clearTimeout(hiding);
  owner = button;
  const items = members.map((member) => el('li', {}, named(member)));
  if (more > 0) items.push(el('li', { class: 'quiet' }, t('and {0} more', more.toLocaleString('en'))));
  tooltip.replaceChildren(el('p', {}, title), el('ul', {}, ...items));
  tooltip.showPopover();
  const at = button.getBoundingClientRect();
  const { width, height } = tooltip.getBoundingClientRect();
  const below = at.bottom + 4 + height < innerHeight;
  tooltip.style.left = `${Math.max(4, Math.min(at.right - width, innerWidth - width - 4))}px`;
  tooltip.style.top = `${below ? at.bottom + 4 : Math.max(4, at.top - height - 4)}px`;
}

function hide() {
  clearTimeout(hiding);
  owner = undefined;
  tooltip.hidePopover();
}

function hideSoon() {
  hiding = setTimeout(hide, 150);
}

tooltip.addEventListener('pointerenter', () => clearTimeout(hiding));
tooltip.addEventListener('pointerleave', hideSoon);
document.addEventListener('scroll', () => owner && hide(), true);
document.addEventListener('keydown', ({ key }) => key === 'Escape' && owner && hide());
