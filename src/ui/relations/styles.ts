import { css } from 'lit';

/** Arrows, the list of relations, and what is said of one. */
export const relationStyles = css`
  .le-relations {
    position: absolute;
    left: 0;
    top: 0;
    overflow: hidden;
    pointer-events: none;
  }
  /* Over the content, beside the bars. */
  .le-relations-free {
    grid-area: content;
    position: relative;
    z-index: 1;
    width: 100%;
    height: 100%;
    min-width: 0;
    min-height: 0;
  }
  .le-relation {
    --le-relation-ink: color-mix(in oklab, var(--le-relation) 82%, var(--le-text));
  }
  /* Not the opacity of groups: each of them would be painted apart. */
  .le-relation:not(.le-relation-chip) {
    stroke-opacity: 0.66;
    fill-opacity: 0.66;
  }
  .le-relations-free .le-relation:not(.le-relation-chip) {
    stroke-opacity: 0.9;
    fill-opacity: 0.9;
  }
  .le-relation path {
    fill: none;
  }
  .le-relation-touch {
    stroke: transparent;
    stroke-width: 7;
    pointer-events: stroke;
    cursor: pointer;
  }
  .le-relation-halo {
    stroke: color-mix(in srgb, var(--le-surface) 60%, transparent);
    stroke-width: 4;
  }
  .le-relations-free .le-relation-line {
    stroke-width: 1.5;
  }
  .le-relation-line {
    stroke: var(--le-relation-ink);
    stroke-width: 1.25;
  }
  .le-relation .le-relation-ends {
    fill: var(--le-relation-ink);
  }
  .le-relation-chip {
    pointer-events: all;
    cursor: pointer;
  }
  .le-relation-back {
    fill: color-mix(in oklab, var(--le-relation) 16%, var(--le-surface));
    stroke: color-mix(in oklab, var(--le-relation) 45%, var(--le-surface));
    stroke-width: 1;
  }
  .le-relation-text {
    fill: color-mix(in oklab, var(--le-relation) 40%, var(--le-text));
    font-size: 10px;
    font-weight: 500;
    text-anchor: middle;
  }
  .le-relation-crowded:not(.le-relation-strong) {
    display: none;
  }
  .le-relations[data-stirred] .le-relation:not(.le-relation-strong) {
    stroke-opacity: 0.22;
    fill-opacity: 0.22;
  }
  .le-relations .le-relation.le-relation-strong {
    stroke-opacity: 1;
    fill-opacity: 1;
  }
  .le-relations .le-relation-strong .le-relation-line {
    stroke-width: 2;
  }
  .le-relation-strong .le-relation-back {
    stroke: var(--le-relation-ink);
  }
  .le-relation-picked .le-relation-back {
    fill: color-mix(in oklab, var(--le-relation) 55%, var(--le-surface));
  }
  .le-relation-picked .le-relation-text {
    fill: var(--le-text);
  }
  .le-relation-tied .le-relation-touch,
  .le-relations[data-drawing] .le-relation-touch,
  .le-relations[data-drawing] .le-relation-chip {
    pointer-events: none;
  }
  .le-relation-end {
    fill: none;
    stroke: var(--le-relation);
    stroke-width: 1.5;
  }
  .le-relation-aim {
    fill: none;
    stroke: var(--le-accent);
    stroke-width: 1.75;
    stroke-dasharray: 4 3;
  }
  .le-relation-aim-ends {
    fill: var(--le-accent);
  }
  .le[data-relating] [part~='surface'],
  .le[data-relating] [part~='surface'] *,
  .le[data-relating] .regions .row {
    cursor: crosshair !important;
  }
  .relating-note {
    grid-area: content;
    place-self: end center;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: calc(100% - 24px);
    margin-bottom: 12px;
    padding: 4px 4px 4px 12px;
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 2px);
    box-shadow: 0 6px 20px rgb(0 0 0 / 22%);
  }
  .relating-note kbd {
    margin-inline: 2px;
  }
  .frame:has(.relating-note:not([hidden])) .toasts {
    bottom: 96px;
  }

  .relations {
    display: flex;
    flex: none;
    flex-direction: column;
    min-height: 0;
    max-height: 46%;
    border-block-start: 1px solid var(--le-line);
  }
  .relations .relations-title {
    flex: 1;
    padding: 0 4px 0 0;
    justify-content: flex-start;
    color: var(--le-muted);
  }
  .relations-title .icon {
    transition: rotate 90ms;
  }
  .relations-title[aria-expanded='true'] .icon {
    rotate: 90deg;
  }
  .relations .list-bar {
    padding-inline-start: 6px;
  }
  .relation-rows {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .relation-row {
    position: absolute;
    inset: 0 0 auto;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-content: center;
    align-items: center;
    gap: 0 4px;
    padding: 0 6px 0 12px;
    white-space: nowrap;
    cursor: default;
    user-select: none;
  }
  .relation-row:hover,
  .relation-row[data-hovered] {
    background: var(--le-surface-2);
  }
  .relation-row[aria-selected='true'] {
    background: color-mix(in srgb, var(--le-accent) 14%, transparent);
  }
  .relation-row[data-hidden] > :not(.row-buttons) {
    opacity: 0.5;
  }
  .relation-name {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  .relation-name .names {
    flex: 0 1 auto;
  }
  .relation-name .index {
    flex: none;
    font-size: 11px;
    color: var(--le-muted);
  }
  .relations .relation-turn {
    min-width: 24px;
    height: 22px;
    padding: 0 4px;
  }
  .relation-labels {
    grid-column: 1 / -1;
    display: flex;
    gap: 4px;
    min-width: 0;
    overflow: hidden;
  }
  .relation-label {
    flex: 0 1 auto;
    min-width: 20px;
    padding: 0 5px;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 11px;
    line-height: 16px;
    color: color-mix(in oklab, var(--le-relation) 40%, var(--le-text));
    background: color-mix(in oklab, var(--le-relation) 16%, var(--le-surface));
    border-radius: 4px;
  }
  /* Over what is there: nothing moves away from under the pointer. */
  .relation-row .row-buttons {
    position: absolute;
    inset: auto 4px 1px auto;
    background: var(--le-surface);
    border-radius: var(--le-radius);
  }
  .relation-row:hover .row-buttons {
    background: var(--le-surface-2);
  }
  .relation-row:not(:hover, :focus, :focus-within) .row-button:not(:has([aria-pressed='true'])) {
    display: none;
  }
  .relation-facts {
    display: grid;
    gap: 2px;
  }
  .relation-facts .entry {
    height: auto;
    min-height: 24px;
    padding: 2px 4px;
    margin-inline-start: -4px;
  }
  .relation-facts .relation-name {
    flex: 0 1 auto;
  }
  .relation-facts .entry .muted {
    flex: 0 1 auto;
    min-width: 24px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .relation-facts .arrow {
    flex: none;
    color: var(--le-muted);
  }

  .relation-card {
    width: 264px;
    min-width: 0;
    padding: 0;
  }
  .relation-card header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px;
    padding: 4px 4px 4px 12px;
    border-bottom: 1px solid var(--le-line);
  }
  .relation-card header > div {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    white-space: nowrap;
  }
  .relation-card .relation-name {
    flex: 0 1 auto;
  }
  .relation-card fieldset {
    display: block;
    margin: 0;
    padding: 4px;
    border: 0;
    min-width: 0;
  }
  .relation-card legend {
    padding: 2px 8px;
    font-size: 11px;
    color: var(--le-muted);
  }
  .relation-card .options {
    max-height: 208px;
    overflow: auto;
  }
  .relation-card .field {
    width: calc(100% - 16px);
    height: 26px;
    margin: 2px 8px 4px;
    padding: 0 6px;
    font: inherit;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: var(--le-radius);
  }
  .relation-card footer {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 4px;
    border-top: 1px solid var(--le-line);
  }
  .relation-card footer .spacer {
    flex: 1;
  }
  .relation-card .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .le-relation-touch {
      stroke-width: 16;
    }
    .relation-row .row-button {
      display: block;
    }
    .relation-card .field {
      height: 36px;
      font-size: 16px;
    }
  }
  @container le (width < 560px) {
    .relation-card {
      width: min(320px, calc(100vw - 16px));
    }
    .relations {
      max-height: 60%;
    }
    .relations .relation-turn {
      min-width: 32px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .relations-title .icon {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .le-relation {
      --le-relation: CanvasText;
    }
    .relation-row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
