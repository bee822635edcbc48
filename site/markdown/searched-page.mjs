/**
 * A page as the search index sees it. A command is found, and shown in the list of results, by its wire name, its handler and its
 * Chinese title. Code has no colours: to find them is most of the work of a page.
 */
export function searchedPage(source, env, md) {
  const { highlight } = md.options;
  md.options.highlight = null;
  const html = md.render(source, env);
  md.options.highlight = highlight;
  const title = env.frontmatter?.searchTitle;
  return title === undefined ? html : html.replace(/(<h1[^>]*>)[^<]*/, `$1${title} `);
}
