/** Light, dark, or as the device prefers. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'accord.theme';

/** The theme chosen earlier on this device. */
export function readTheme(): Theme {
  const kept = storage()?.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Applies a theme to the document and keeps it where the browser lets us. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') {
    document.documentElement.removeAttribute('data-theme');
    storage()?.removeItem(KEY);
  } else {
    document.documentElement.dataset['theme'] = theme;
    try {
      storage()?.setItem(KEY, theme);
    } catch {
      // The storage is full: the theme holds for this visit.
    }
  }
}

/** Some browsers forbid storage altogether; the page then forgets the theme and works all the same. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
