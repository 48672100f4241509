import type { TimeOptions } from '../../contract/surface.js';

/** CSS pixels from the surface's top left corner, unless said otherwise. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** 0 high where it is not drawn. */
  readonly overview: { readonly top: number; readonly height: number };
  readonly ruler: { readonly top: number; readonly height: number };
  /** Where regions and waves are. */
  readonly field: { readonly top: number; readonly height: number };
  /** From the field's top: the wave, in so many bands below one another. */
  readonly wave: { readonly height: number; readonly bands: number };
  /** From the field's top: lanes or rows. */
  readonly body: { readonly top: number; readonly height: number };
  readonly rowHeight: number;
  /** How wide the column of captions is. */
  readonly captions: number;
  /** Where the view's start is, and how wide the view is. */
  readonly left: number;
  readonly span: number;
}

export const OVERVIEW = 34;
export const RULER = 24;
const LANE = 22;
const ROW = 24;
/** Above and below lanes. */
export const MARGIN = 3;
/** Beside the view, so that what is at its ends can be grabbed; what comes before and after is drawn there as well. */
const GUTTER = 12;
/** The column of captions, and below which width of the surface it is the narrow one. */
const CAPTIONS = { wide: 120, narrow: 72, below: 560 } as const;
/** Lanes and rows that the surface is high for by itself; with more it scrolls. */
const MOST_LANES = 8;
const MOST_ROWS = 12;
/** A wave that has to share too little room is no lower than this, each band. */
const LOWEST_BAND = 24;

export interface Content {
  readonly options: TimeOptions;
  /** Of the wave; 0 where there is none. */
  readonly channels: number;
  readonly rows: number;
}

const bandsOf = ({ options, channels }: Content): number =>
  channels === 0 || options.waveHeight <= 0 || options.unit === 'frames' ? 0 : options.splitChannels ? channels : 1;

const rowHeightOf = ({ options }: Content): number => (options.rows === 'each' ? ROW : LANE);
const marginOf = ({ options }: Content): number => (options.rows === 'each' ? 0 : MARGIN);

/** How high all lanes or rows are together. */
export const contentHeight = (content: Content): number =>
  Math.max(1, content.rows) * rowHeightOf(content) + 2 * marginOf(content);

/** The height that the field has where nothing else decides on it. */
export function fieldHeight(content: Content): number {
  const most = content.options.rows === 'each' ? MOST_ROWS : MOST_LANES;
  const shown = { ...content, rows: Math.min(most, content.rows) };
  return bandsOf(content) * content.options.waveHeight + contentHeight(shown);
}

/** @param field how high the field is */
export function layOut(content: Content, width: number, field: number): Layout {
  const { options } = content;
  const overview = options.overview ? OVERVIEW : 0;
  const top = overview + RULER;
  const bands = bandsOf(content);
  const rowHeight = rowHeightOf(content);
  const least = rowHeight + 2 * marginOf(content);
  const band = bands === 0 ? 0 : Math.max(LOWEST_BAND, Math.min(options.waveHeight, (field - least) / bands));
  const wave = Math.min(field, Math.round(band * bands));
  const column = width < CAPTIONS.below ? CAPTIONS.narrow : CAPTIONS.wide;
  const captions = options.rows === 'each' ? column : 0;
  return {
    width,
    height: top + field,
    overview: { top: 0, height: overview },
    ruler: { top: overview, height: RULER },
    field: { top, height: field },
    wave: { height: wave, bands },
    body: { top: wave, height: Math.max(0, field - wave) },
    rowHeight,
    captions,
    left: captions + GUTTER,
    span: Math.max(1, width - captions - 2 * GUTTER),
  };
}

/** Where a row begins, from the field's top. @param scrolled CSS pixels */
export const rowTop = ({ body, rowHeight, captions }: Layout, row: number, scrolled: number): number =>
  body.top + (captions > 0 ? 0 : MARGIN) + row * rowHeight - scrolled;

/** The row that is so far from the field's top; it may be none that there is. */
export const rowAt = ({ body, rowHeight, captions }: Layout, y: number, scrolled: number): number =>
  Math.floor((y - body.top - (captions > 0 ? 0 : MARGIN) + scrolled) / rowHeight);
