import { viewPart } from '../share/address.js';

/** A view is one file in the folder of its subject and one line here; its code is loaded when it is first opened. */
export interface ViewEntry {
  /** Last part of the address, after "#/". */
  readonly path: string;
  readonly title: string;
  /** Custom element that the module defines; it receives `session`. */
  readonly tag: string;
  load(): Promise<unknown>;
}

export const views: readonly ViewEntry[] = [
  {
    path: 'explore',
    title: 'Explore',
    tag: 'explore-view',
    load: () => import('../explore/explore-view.js'),
  },
  {
    path: 'districts',
    title: 'Districts',
    tag: 'districts-view',
    load: () => import('../districts/districts-view.js'),
  },
  {
    path: 'compare',
    title: 'Compare',
    tag: 'compare-view',
    load: () => import('../compare/compare-view.js'),
  },
  {
    path: 'evidence',
    title: 'Evidence',
    tag: 'evidence-view',
    load: () => import('../evidence/evidence-view.js'),
  },
  { path: 'lab', title: 'Lab', tag: 'lab-view', load: () => import('../lab/lab-view.js') },
  { path: 'brief', title: 'Brief', tag: 'brief-view', load: () => import('../brief/brief-view.js') },
  { path: 'import', title: 'Import', tag: 'import-view', load: () => import('../import/import-view.js') },
];

/** The view of an address such as "#/districts"; the first view where it names none. */
export function viewOf(hash: string): ViewEntry {
  const path = viewPart(hash);
  return views.find((view) => view.path === path) ?? views[0]!;
}
