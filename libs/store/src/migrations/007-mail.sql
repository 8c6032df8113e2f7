-- Mails on their way. A row is written in the transaction of what it is about, together with the request of the job
-- that sends it.

create table mail (
  id uuid primary key,
  -- whom of the people here it is about, where it is one of them
  person_id text,
  recipient text not null,
  language text not null check (language in ('nb', 'en')),
  kind text not null,
  -- holds a credential where the mail has a link: removed the moment it is sent or given up
  facts jsonb,
  -- KEPT: shown on the mailbox page of a local installation instead of being sent
  state text not null default 'WAITING' check (state in ('WAITING', 'KEPT', 'SENT', 'FAILED')),
  asked_at timestamptz not null default clock_timestamp(),
  -- not to be tried before; also how long whoever is sending it now has it alone
  due_at timestamptz not null default clock_timestamp(),
  tries int not null default 0,
  sent_at timestamptz,
  -- what the mail server answered last, in codes
  reason text,
  check ((state in ('WAITING', 'KEPT')) = (facts is not null)),
  check ((state = 'SENT') = (sent_at is not null)),
  check (state <> 'FAILED' or reason is not null)
);
create index on mail (due_at) where state = 'WAITING';
create index on mail (asked_at);
