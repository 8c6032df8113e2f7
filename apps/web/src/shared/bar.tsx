import type { CSSProperties } from 'react';

/** A part of a bar, 0–1 of its length; the style sheet does the drawing. */
export const partStyle = (part: number): CSSProperties => ({ '--part': part }) as CSSProperties;

/** Decoration of a number that stands beside it in words. */
export const Bar = ({ part }: { readonly part: number }) => (
  <span className="bar" aria-hidden="true">
    <span className="bar-part" style={partStyle(part)} />
  </span>
);
