import { useQuery } from '@apollo/client/react';
import { Dialog } from '@digdir/designsystemet-react';
import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLanguage } from '../shared/language.js';
import { CommandThings } from './command.graphql';
import { foundBy } from './command-filter.js';
import { useActions, usePages, useThings, type Choice } from './command-choices.js';
import { useViewer } from './viewer.js';

interface CommandMenuProps {
  readonly onClose: () => void;
}

/** Pages, own listings and matches by name, and deeds: type a few letters, choose with the arrows and Enter. */
export default function CommandMenu({ onClose }: CommandMenuProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  const { memberships } = useViewer();
  const input = useRef<HTMLInputElement>(null);
  const { data } = useQuery(CommandThings, {
    variables: { locale: language },
    skip: memberships.length === 0,
  });
  const pages = usePages();
  const things = useThings(data);
  const actions = useActions();
  // After the dialog has opened, which gives the keyboard to whatever stands first in it.
  useEffect(() => input.current?.focus(), []);
  return (
    <Dialog
      open
      closedby="any"
      closeButton={false}
      onClose={onClose}
      className="shell-command"
      aria-label={intl.formatMessage({ id: 'shell.command.title' })}
    >
      <Command
        loop
        vimBindings={false}
        label={intl.formatMessage({ id: 'shell.command.title' })}
        filter={(_value, search, keywords = []) => foundBy(search, keywords.join(' '))}
      >
        <Command.Input ref={input} placeholder={intl.formatMessage({ id: 'shell.command.placeholder' })} />
        <Command.List label={intl.formatMessage({ id: 'shell.command.title' })}>
          <Command.Empty>
            <FormattedMessage id="shell.command.empty" />
          </Command.Empty>
          <Group heading="pages" choices={pages} onChosen={onClose} />
          <Group heading="actions" choices={actions} onChosen={onClose} />
          <Group heading="listings" choices={things.listings} onChosen={onClose} />
          <Group heading="matches" choices={things.matches} onChosen={onClose} />
        </Command.List>
      </Command>
      <p className="shell-command-keys quiet" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> <kbd>Esc</kbd>
      </p>
    </Dialog>
  );
}

interface GroupProps {
  readonly heading: 'pages' | 'actions' | 'listings' | 'matches';
  readonly choices: readonly Choice[];
  readonly onChosen: () => void;
}

function Group({ heading, choices, onChosen }: GroupProps) {
  if (choices.length === 0) return null;
  return (
    <Command.Group heading={<FormattedMessage id={`shell.command.group.${heading}`} />} value={heading}>
      {choices.map(({ id, text, hint, icon: Icon, run }) => (
        <Command.Item
          key={id}
          value={id}
          keywords={[text, hint ?? '']}
          onSelect={() => {
            onChosen();
            run();
          }}
        >
          <Icon aria-hidden fontSize="1.25rem" />
          <span>{text}</span>
          {hint !== undefined && <span className="quiet">{hint}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
