/** Markdown from plain text and lists of cells. */

/** Text that reads as it is written: nothing in it starts emphasis, code, a link or a tag, or ends a cell. */
function plain(text) {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\|*`<>[\]]/g, '\\$&')
    .replaceAll(/(?<!\w)_|_(?!\w)/g, '\\_');
}

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;

/** A link to a heading of the same page; GitHub's rule for the names of headings. */
function toHeading(heading) {
  const name = heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
  return `[${plain(heading)}](#${name})`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const list = (items) => items.map((item) => `- ${item}`).join('\n');

module.exports = { code, list, plain, table, toHeading };
