package makegood.reconciliations;

import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of money-difference.bpmn: finance finds out why, and closes it by a booking. */
@Configuration(proxyBeanMethods = false)
class MoneyDifferenceProcess {
    private final DifferenceBooking booking;

    MoneyDifferenceProcess(DifferenceBooking booking) {
        this.booking = booking;
    }

    private static String name(DelegateExecution x) {
        return (String) x.getVariable("differenceNumber");
    }

    @Bean
    UserTaskStep settleMoneyDifference() {
        return (task, answers) ->
                task.setVariable("secondPersonNeeded", booking.proposed(name(task.getExecution()), answers));
    }

    @Bean
    UserTaskStep confirmBooking() {
        return (task, answers) ->
                task.setVariable("bookingConfirmed", booking.confirmed(name(task.getExecution()), answers));
    }

    @Bean
    JavaDelegate bookDifference() {
        return x -> booking.book(name(x));
    }
}
