-- Written by hand: where an editor sits, and with which browser, is written down nowhere.
alter table session
  add constraint session_keeps_neither_address_nor_browser check (ip_address is null and user_agent is null);
