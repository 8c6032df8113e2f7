import '@digdir/designsystemet-css';
import '@digdir/designsystemet-css/theme';
import { Button, Heading, Table } from '@digdir/designsystemet-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';

const ROWS = Array.from({ length: 10_000 }, (_, at) => `Row ${at + 1}`);
const ROW_PX = 48;

/** What the same kit costs with nothing of ours in it: a heading, a button, and rows that are all there from the start. */
function Bare() {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: ROWS.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  return (
    <main>
      <Heading level={1}>Rows</Heading>
      <Button>Nothing</Button>
      <div ref={frame} style={{ height: '70vh', overflow: 'auto' }}>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <Table key={index} style={{ position: 'absolute', top: start, width: '100%' }}>
              <Table.Body>
                <Table.Row>
                  <Table.Cell>{ROWS[index]}</Table.Cell>
                  <Table.Cell>Offer</Table.Cell>
                  <Table.Cell>Active</Table.Cell>
                </Table.Row>
              </Table.Body>
            </Table>
          ))}
        </div>
      </div>
    </main>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Bare />);
