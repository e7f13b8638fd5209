/** The part of an address "#/explore?s=..." that holds the page's state. */
export function linkPart(hash: string): string | undefined {
  return /[?&]s=([\w.-]+)/.exec(hash)?.[1];
}

/** The view that an address such as "#/districts" names. */
export function viewPart(hash: string): string | undefined {
  return /^#\/([a-z-]+)/.exec(hash)?.[1];
}

/** The whole address of a view with a state. */
export function addressOf(path: string, link: string): string {
  const { origin, pathname, search } = window.location;
  const page = origin === 'null' ? window.location.href.replace(/#.*/, '') : `${origin}${pathname}${search}`;
  return `${page}#/${path}?s=${link}`;
}
