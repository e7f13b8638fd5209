import Graph from 'graphology';
import Sigma from 'sigma';
import type { NodeHoverDrawingFunction } from 'sigma/rendering';
import { practiceOfCode } from './draw-districts.js';
import type { Layout } from '../engine/layout-districts.js';
import { shapePrograms } from './shape-programs.js';
import type { TieTrace } from '../engine/trace-ties.js';

/** What one month of the network looks like. */
export interface NetworkMonth {
  /** Practice code a district. */
  readonly codes: Uint8Array;
  readonly ties: TieTrace;
  readonly month: number;
  /** District whose ties stand out, -1 for none. */
  readonly selected: number;
}

/** Colours as the browser resolves them, such as `rgb(0, 0, 0)`. */
export interface NetworkColours {
  /** One a practice code. */
  readonly practices: readonly string[];
  readonly tie: string;
  readonly selectedTie: string;
  readonly text: string;
  readonly ground: string;
}

/**
 * Districts and the learning ties between them, drawn by sigma. This module needs WebGL: import it only where there is.
 */
export class NetworkDrawing {
  readonly #graph = new Graph({ type: 'undirected' });
  readonly #sigma: Sigma;
  /** How much wider than high the layout is drawn, to use a wide page. */
  readonly #stretch: number;
  #now: NetworkMonth | undefined;
  #ties: TieTrace | undefined;
  #colours: NetworkColours | undefined;

  /**
   * @param radius of a mark in pixels
   * @param onPick called with the district that was clicked
   */
  constructor(
    container: HTMLElement,
    names: readonly string[],
    layout: Layout,
    radius: number,
    onPick: (district: number) => void,
  ) {
    const stretch = Math.min(1.8, Math.max(1, container.clientWidth / container.clientHeight));
    this.#stretch = stretch;
    names.forEach((label, d) => {
      this.#graph.addNode(d, { label, size: radius, x: stretch * layout.x[d]!, y: layout.y[d] });
    });
    this.#sigma = new Sigma(this.#graph, container, {
      nodeProgramClasses: shapePrograms,
      nodeHoverProgramClasses: shapePrograms,
      defaultNodeType: 'circle',
      renderLabels: false,
      defaultDrawNodeHover: this.#drawName,
      nodeReducer: (node, data) => this.#showDistrict(Number(node), data),
      edgeReducer: (edge, data) => this.#showTie(Number(edge), data),
      stagePadding: 24,
      minCameraRatio: 0.1,
      maxCameraRatio: 1.5,
      zIndex: true,
    });
    this.#sigma.on('clickNode', ({ node }) => onPick(Number(node)));
    this.#sigma.on('enterNode', () => (container.style.cursor = 'pointer'));
    this.#sigma.on('leaveNode', () => (container.style.cursor = ''));
  }

  show(now: NetworkMonth, colours: NetworkColours): void {
    this.#now = now;
    this.#colours = colours;
    if (now.ties !== this.#ties) {
      this.#graph.clearEdges();
      now.ties.a.forEach((a, tie) => this.#graph.addEdgeWithKey(tie, a, now.ties.b[tie]));
      this.#ties = now.ties;
    }
    this.#sigma.refresh();
  }

  /** Calls back after every frame, with the place of a point of the layout in pixels. */
  onFrame(listener: (place: (x: number, y: number) => { x: number; y: number }) => void): void {
    this.#sigma.on('afterRender', () =>
      listener((x, y) => this.#sigma.graphToViewport({ x: this.#stretch * x, y })),
    );
    this.#sigma.scheduleRender();
  }

  zoom(way: 'in' | 'out' | 'all'): void {
    const camera = this.#sigma.getCamera();
    const options = { duration: 160 };
    if (way === 'in') void camera.animatedZoom(options);
    else if (way === 'out') void camera.animatedUnzoom(options);
    else void camera.animatedReset(options);
  }

  close(): void {
    this.#sigma.kill();
  }

  #showDistrict(d: number, data: object): object {
    const now = this.#now;
    if (now === undefined) return { ...data, hidden: true };
    const code = now.codes[d]!;
    return {
      ...data,
      type: practiceOfCode[code]!.shape,
      color: this.#colours!.practices[code]!,
      highlighted: d === now.selected,
      zIndex: d === now.selected ? 1 : 0,
    };
  }

  #showTie(tie: number, data: object): object {
    const { ties, month, selected } = this.#now!;
    if (ties.active[month * ties.a.length + tie] !== 1) return { ...data, hidden: true };
    const own = ties.a[tie] === selected || ties.b[tie] === selected;
    const { selectedTie, tie: usual } = this.#colours!;
    return { ...data, color: own ? selectedTie : usual, size: own ? 2.5 : 1, zIndex: own ? 1 : 0 };
  }

  /** A name beside its mark, and a ring around it. */
  readonly #drawName: NodeHoverDrawingFunction = (context, { x, y, size, label }, settings) => {
    const { text, ground } = this.#colours!;
    context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
    context.strokeStyle = text;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x, y, size + 3, 0, 2 * Math.PI);
    context.stroke();
    if (label === null) return;
    const width = context.measureText(label).width;
    // Names near the right edge are written to the left of their mark.
    const left =
      x + size + 8 + width > this.#sigma.getDimensions().width ? x - size - 8 - width : x + size + 8;
    context.fillStyle = ground;
    context.globalAlpha = 0.85;
    context.fillRect(left - 3, y - 10, width + 6, 20);
    context.globalAlpha = 1;
    context.fillStyle = text;
    context.fillText(label, left, y + settings.labelSize / 3);
  };
}
