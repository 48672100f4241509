import { html, nothing, type TemplateResult } from 'lit';
import type { Stage2D } from '../../contract/surface.js';
import { edgeLetters, millimetresPerPixel } from '../../media/dicom/slice-geometry.js';
import { valueAt } from '../../media/dicom/slice-statistics.js';
import type { WindowedPicture } from '../../media/dicom/windowed-picture.js';
import type { Slices } from './slices.js';

export const overlayStyles = `
.le-dicom-over { position: absolute; inset: 0; pointer-events: none; color: #e8e9ec; font-size: 12px; font-variant-numeric: tabular-nums; text-shadow: 0 0 3px #000, 0 0 3px #000; }
.le-dicom-over > * { position: absolute; max-width: 45%; }
.le-dicom-tl { top: 8px; left: 10px; }
.le-dicom-tr { top: 8px; right: 10px; text-align: end; }
.le-dicom-bl { bottom: 8px; left: 10px; }
.le-dicom-letter { font-weight: 600; font-size: 13px; }
.le-dicom-letter.le-left { left: 10px; top: 50%; transform: translateY(-50%); }
.le-dicom-letter.le-right { right: 10px; top: 50%; transform: translateY(-50%); }
.le-dicom-letter.le-top { top: 8px; left: 50%; transform: translateX(-50%); }
.le-dicom-letter.le-bottom { bottom: 8px; left: 50%; transform: translateX(-50%); }
.le-dicom-scale { bottom: 10px; right: 10px; text-align: end; }
.le-dicom-scale i { display: block; height: 5px; margin-top: 2px; border: 1px solid currentColor; border-top: 0; filter: drop-shadow(0 0 1px #000); }
`;

/** CSS pixels that a scale bar is long at most. */
const LONGEST = 120;

/** What is written over a slice. @param at the pointer, in percent */
export function overlay(
  slices: Slices,
  stage: Stage2D,
  index: number,
  at: readonly [number, number] | undefined,
): TemplateResult | typeof nothing {
  const { picture } = slices;
  if (!picture) return nothing;
  const { slice } = picture;
  const letters = edgeLetters(slice);
  const { window } = picture.look;
  const round = (value: number) => (Math.abs(value) < 10 ? Number(value.toFixed(2)) : Math.round(value));
  const count = slices.list.length;
  return html`
    <div class="le-dicom-tl">${slice.seriesDescription ?? slice.modality}${count > 1 ? html`<br />Slice ${index + 1} of ${count}` : nothing}${
      slice.thickness === undefined ? nothing : html`<br />${round(slice.thickness)} mm`
    }</div>
    <div class="le-dicom-tr">${picture.values.kind === 'colour' ? `${slice.photometric}` : html`L ${round(window.center)} W ${round(window.width)}`}<br />${slice.columns} × ${slice.rows}</div>
    <div class="le-dicom-bl">${at ? valueText(picture, at) : nothing}</div>
    ${
      letters
        ? (['left', 'right', 'top', 'bottom'] as const).map(
            (edge) => html`<span class="le-dicom-letter le-${edge}">${letters[edge]}</span>`,
          )
        : nothing
    }
    ${scaleBar(picture, stage.view.zoom)}`;
}

function valueText({ slice, values }: WindowedPicture, [x, y]: readonly [number, number]): string {
  const [column, row] = [(x * values.width) / 100, (y * values.height) / 100];
  const value = valueAt(slice, values, column, row);
  if (value === undefined) return '';
  const said =
    typeof value === 'number' ? `${Number(value.toFixed(2))}${slice.units ? ` ${slice.units}` : ''}` : value.join(' ');
  return `${Math.floor(column)}, ${Math.floor(row)}: ${said}`;
}

/** A length of 1, 2 or 5 times a power of ten, as it is in the picture. */
function scaleBar({ slice }: WindowedPicture, zoom: number): TemplateResult | typeof nothing {
  const size = millimetresPerPixel(slice);
  if (!size || !(size.x > 0) || !(zoom > 0)) return nothing;
  const most = (LONGEST / zoom) * size.x;
  const power = 10 ** Math.floor(Math.log10(most));
  const length = [5, 2, 1].map((times) => times * power).find((one) => one <= most) ?? power;
  const said = length >= 10 ? `${length / 10} cm` : `${length} mm`;
  return html`<div class="le-dicom-scale">${said}${slice.atDetector ? ' at the detector' : ''}<i style="width: ${(length / size.x) * zoom}px"></i></div>`;
}
