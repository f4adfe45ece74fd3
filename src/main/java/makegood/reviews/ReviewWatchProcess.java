package makegood.reviews;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import makegood.platform.DepartmentStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of review-watch.bpmn: every morning the store's new reviews, page by page. */
@Configuration(proxyBeanMethods = false)
class ReviewWatchProcess {
    /** Reviews per question: the answer is kept with the request. */
    private static final int PAGE = 20;

    private final ReviewWatch watch;
    private final FoundReviews found;
    private final Clock clock;

    ReviewWatchProcess(ReviewWatch watch, FoundReviews found, Clock clock) {
        this.watch = watch;
        this.found = found;
        this.clock = clock;
    }

    /** First of all, so that a marketplace that does not answer today is asked tomorrow all the same. */
    @Bean
    JavaDelegate planNextLook() {
        return x -> {
            x.setVariable("readSince", Date.from(watch.since(x.getTenantId())));
            x.setVariable("lookedAt", Date.from(clock.instant()));
            watch.plan(x.getTenantId());
        };
    }

    @Bean
    DepartmentStep listReviews() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                return Map.of("since", time(x, "readSince").toString(), "size", PAGE);
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var listed = values.get("reviews") instanceof List<?> list ? list : List.of();
                x.setVariable("reviewsToOpen", found.keep(x.getTenantId(), x.getProcessInstanceId(), listed));
                var last = FoundReviews.lastPosted(listed);
                boolean more = listed.size() >= PAGE && last != null && last.isAfter(time(x, "readSince"));
                x.setVariable("moreReviews", more);
                if (more) {
                    x.setVariable("readSince", Date.from(last));
                } else {
                    watch.readUntil(x.getTenantId(), time(x, "lookedAt"));
                }
            }
        };
    }

    private static Instant time(DelegateExecution x, String variable) {
        return ((Date) x.getVariable(variable)).toInstant();
    }

    @Bean
    JavaDelegate openReviewCase() {
        return x -> found.open(x.getTenantId(), x.getProcessInstanceId(), (Integer) x.getVariable("loopCounter"));
    }
}
