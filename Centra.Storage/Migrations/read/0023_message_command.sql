-- Whether a command told somebody already is asked for each message; without it, all that the person ever got was gone through.
create index message_command on message (command_id, user_id);
