package makegood;

import makegood.archive.ArchiveCommand;
import makegood.platform.AppClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
public class Makegood {
    public static void main(String[] arguments) {
        if (ArchiveCommand.isMeant(arguments)) {
            System.exit(ArchiveCommand.run(new AppClock(), arguments));
        }
        SpringApplication.run(Makegood.class, arguments);
    }
}
