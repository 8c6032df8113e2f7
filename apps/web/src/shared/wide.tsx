import type { ReactNode } from 'react';
import './wide.css';

/** A table that may be wider than the screen: it scrolls by itself, for the keyboard too. */
export const Wide = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="wide" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
