package makegood.platform;

import org.camunda.bpm.engine.impl.cmd.AbstractWritableIdentityServiceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** What Admin or anybody changes in accounts, teams and stores counts at once, not after the minute of the cache. */
class AccountChanges extends CommandInterceptor {
    private final Accounts accounts;

    AccountChanges(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } finally {
            if (command instanceof AbstractWritableIdentityServiceCmd) {
                accounts.forgetAll();
            }
        }
    }
}
