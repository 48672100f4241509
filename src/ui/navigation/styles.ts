import { css } from 'lit';

/** The way to other tasks; on a phone it takes the room of the way to the keys, which the settings have too. */
export const navigationStyles = css`
  .navigation ::slotted(*) {
    padding-inline: 4px;
    color: var(--le-muted);
    white-space: nowrap;
  }
  @container le (width < 560px) {
    .navigation ~ .group .to-help,
    .navigation ::slotted(*) {
      display: none;
    }
  }
`;
