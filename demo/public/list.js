/**
 * A list of rows, kept in order. Each element is made once and brought up to date after that, and moved only where it must
 * be, so that focus and what is open stay as they are. `headingOf` names the part of the list that a row belongs to: a
 * heading stands in front of the first row of each.
 */
export function keyedList(parent, { compare, render, headingOf, most = 200, keep = 'first', whenEmpty }) {
  const shown = new Map();
  const order = [];
  const empty = document.createElement('li');
  empty.className = 'empty';
  empty.textContent = whenEmpty;

  function put(row) {
    const old = shown.get(row.id);
    // An answer may have been overtaken by an event.
    if (old !== undefined && old.row.version > row.version) return;
    if (old !== undefined) order.splice(order.indexOf(old), 1);
    const element = render(row, old?.element);
    if (old !== undefined && old.element !== element) old.element.remove();
    const item = { row, element };
    shown.set(row.id, item);
    let place = order.length;
    while (place > 0 && compare(order[place - 1].row, row) > 0) place -= 1;
    order.splice(place, 0, item);
    if (old?.heading !== undefined) old.heading.remove();
    const after = order[place + 1];
    const next = after?.heading ?? after?.element ?? null;
    if (element.parentNode !== parent || element.nextElementSibling !== next) parent.insertBefore(element, next);
  }

  function remove(item) {
    shown.delete(item.row.id);
    item.heading?.remove();
    item.element.remove();
  }

  function headParts() {
    let before;
    for (const item of order) {
      const text = headingOf(item.row);
      if (text === before) {
        item.heading?.remove();
        item.heading = undefined;
      } else if (item.heading?.textContent !== text) {
        item.heading?.remove();
        item.heading = headingItem(text);
        parent.insertBefore(item.heading, item.element);
      }
      before = text;
    }
  }

  function settle() {
    while (order.length > list.most) remove(keep === 'first' ? order.pop() : order.shift());
    if (order.length === 0) parent.append(empty);
    else empty.remove();
    if (headingOf !== undefined) headParts();
  }

  const list = {
    most,
    get rows() {
      return order.map(({ row }) => row);
    },
    /** Shows the rows that pass and hides the others, without forgetting them. */
    show(passes) {
      for (const { row, element } of order) element.hidden = !passes(row);
    },
    put(...rows) {
      empty.remove();
      for (const row of rows) put(row);
      settle();
    },
    /** These and no others. */
    replace(rows) {
      const ids = new Set(rows.map(({ id }) => id));
      const gone = order.filter(({ row }) => !ids.has(row.id));
      for (const item of gone) {
        order.splice(order.indexOf(item), 1);
        remove(item);
      }
      list.put(...rows);
    },
    clear() {
      list.replace([]);
    },
  };
  settle();
  return list;
}

function headingItem(text) {
  const heading = document.createElement('li');
  heading.className = 'heading';
  heading.textContent = text;
  return heading;
}
