import tokens from '../styles/tokens.css?inline';
import type { BriefContent } from './brief-content.js';
import { briefStyles } from './brief-styles.js';

/**
 * The brief as one file that needs nothing else: pages, styles, drawings, and the scenario files in a last part.
 *
 * @param paper as the page shows it
 */
export function briefFile(paper: Element, title: string, { recipe }: BriefContent): string {
  const files = recipe.files
    .map(
      ({ name, text }) =>
        `<section class="sheet"><h2>${escape(name)}</h2><p>Save this as ${escape(name)}; the command above reads it.</p><pre>${escape(text)}</pre></section>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
${tokens}
${briefStyles.cssText}
@page { margin: 12mm }
body { margin: 0; background: #f0f0ee }
@media print { body { background: none } }
</style>
</head>
<body>
<article class="paper" lang="en">
${plainHtml(paper)}
${files}
</article>
</body>
</html>
`;
}

/** What is inside an element, without the marks that templates leave in the page. */
function plainHtml(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) found.push(node);
  for (const node of found) node.parentNode?.removeChild(node);
  return copy.innerHTML;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
