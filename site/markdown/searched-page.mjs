/**
 * A page as the search index sees it. A command is found, and shown in the list of results, by its wire name, its handler and its
 * Chinese title, and is one result; so is a type of the API. Code has no colours: to find them is most of the work of a page.
 */
export function searchedPage(source, env, md) {
  const { highlight } = md.options;
  md.options.highlight = null;
  const html = md.render(source, env);
  md.options.highlight = highlight;
  const { searchTitle, isApi } = env.frontmatter ?? {};
  if (isApi) return withoutHeadings(html, '[4-6]');
  if (searchTitle === undefined) return html;
  return withoutHeadings(html, '[2-6]').replace(/(<h1[^>]*>)[^<]*/, `$1${searchTitle} `);
}

/** Each heading begins a result of its own. */
function withoutHeadings(html, levels) {
  return html.replaceAll(new RegExp(`<(/?)h${levels}[^>]*>`, 'g'), '<$1p>');
}
